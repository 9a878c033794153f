// Package windowtest holds the tests that open the real window on a virtual
// screen and write in it with a real keyboard.
package windowtest
