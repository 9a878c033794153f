package place

// UNCServer lets a test read paths of Windows on any system.
var UNCServer = uncServer
