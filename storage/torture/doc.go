// Package torture holds the tests that try to make the storage lose a word:
// programs killed while they work, power cuts replayed from traced writes,
// damaged files, disks that are full or gone. "make test" runs them briefly,
// "make torture" (BANTIN_TORTURE=1) at full length; docs/torture.md has the
// figures.
package torture
