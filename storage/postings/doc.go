// Package postings reads the tables in which SQLite's FTS5 keeps a full-text
// index, as the comments of its fts5_index.c describe them: which word stands in
// which row at which places. FTS5 itself answers searches; that an index says
// neither more nor less than the texts do can be told by going through all of it
// once, which it offers only word by word.
//
// A block is a leaf of a segment, and a segment is a sorted list of keys, each
// with the rows that have it. A key is a word behind one letter: '0' for whole
// words, '1' and '2' for the first and second list of beginnings. Where several
// segments have the same key and row, the newest one is right; an entry without
// places says that the row has left the index.
package postings
