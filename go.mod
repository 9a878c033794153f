module bantin

go 1.26.0

require (
	github.com/pelletier/go-toml/v2 v2.4.3
	golang.org/x/text v0.43.0
)

require (
	github.com/quasilyte/go-ruleguard/dsl v0.3.23 // indirect
	golang.org/x/image v0.47.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
)
