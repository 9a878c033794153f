// Bản Tin is a desk for small newsrooms: write articles, make up a bulletin,
// export pages for print. Started with a command it works without a window;
// otherwise it opens the desk.
package main

import (
	"os"

	"bantin/command"
	"bantin/ui"
	_ "bantin/ui/locale" // before the window toolkit looks at the environment
)

func main() {
	os.Exit(command.Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, ui.Run))
}
