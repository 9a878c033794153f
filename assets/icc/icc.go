// Package icc holds the colour profiles that a PDF for print carries: what
// the photos' numbers mean, and the press that the pages are meant for.
package icc

import _ "embed"

// SRGB is the profile of every photo that the program keeps. It must not be
// changed.
//
//go:embed sRGB.icc
var SRGB []byte

// Coated39 is the profile of offset printing on coated paper, ISO 12647-2,
// made from the characterisation data FOGRA39L, with at most 320 % of ink.
// It must not be changed.
//
//go:embed FOGRA39L.icc
var Coated39 []byte
