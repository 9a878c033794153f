package main

import (
	"os"

	"bantin/ui"
)

func main() {
	path := ""
	if len(os.Args) > 1 {
		path = os.Args[1]
	}
	os.Exit(ui.Run(path))
}
