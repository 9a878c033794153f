package illustration

// scenes are all pictures by name.
var scenes = map[string]scene{
	"boats":          {paint: boats},
	"bridge":         {paint: bridgeOverRiver},
	"buffalo":        {paint: buffaloOnDyke},
	"communal-house": {paint: communalHouse},
	"ducks":          {paint: ducks},
	"football":       {paint: football},
	"health-station": {paint: healthStation},
	"lanterns":       {portrait: true, paint: lanterns},
	"loom":           {portrait: true, paint: loom},
	"loudspeaker":    {portrait: true, paint: loudspeaker},
	"market":         {paint: market},
	"meeting":        {paint: meeting},
	"oyster-rafts":   {paint: oysterRafts},
	"road":           {paint: road},
	"school":         {paint: school},
	"tea-hill":       {paint: teaHill},
	"terraces":       {paint: terraces},
}
