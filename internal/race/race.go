// Package race says whether a test runs under the race detector, which keeps a
// shadow of all memory several times its size: how much is used cannot be judged
// then.
package race
