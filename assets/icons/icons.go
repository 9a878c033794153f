// Package icons holds the mark of the program.
package icons

import _ "embed"

//go:generate go run ./gen

// Name is the file name of what PNG gives.
const Name = "bantin-512.png"

//go:embed bantin-512.png
var png []byte

// PNG gives the mark as a PNG picture of 512 × 512 pixels with transparent
// corners. The caller must not change the bytes.
func PNG() []byte { return png }
