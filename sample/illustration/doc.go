// Package illustration draws the pictures of the sample bulletin: flat,
// poster-like scenes in the manner of gouache, made of layered silhouettes,
// few colours and one direction of light. It is a small vocabulary (paths,
// paints, hills, plants, houses, people, water) and one file a scene.
//
// Scenes are drawn in units, not pixels: the long side of every picture is
// 1500 units and the short one 1000, whatever its size in pixels. The same
// name and size always give the same bytes.
package illustration
