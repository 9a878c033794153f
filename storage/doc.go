// Package storage keeps a newsroom's work in one drafts file, NAME.bantin.
package storage
