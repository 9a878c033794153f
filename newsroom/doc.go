// Package newsroom lets the PCs of an office work together through a folder
// that all of them can see: a share of the office's server, or one that a
// program such as Syncthing keeps the same everywhere. There is no server of
// ours, no lock, and no database is ever worked on in that folder.
//
// Each PC has its own working file and publishes it in the folder as one whole
// file, NAME.bantin, which nobody else is to write; what somebody writes into it
// all the same is received before it is replaced (whileSame). And each PC receives the files
// of all others. Receiving is a set union (storage.File.Receive), so it makes
// no difference in which order files arrive, how late, or how often; a file
// that is half there is refused by its hashes and received the next time.
//
// Who is who is told by a random ID that is kept in the working file and in
// what it publishes, and not by the name of a PC or a file: two of one name do
// not overwrite each other, and whoever is renamed is still the same. Clocks
// are trusted in nothing.
package newsroom
