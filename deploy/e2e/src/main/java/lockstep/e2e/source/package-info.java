/** A printed list read as an official would: its cells split, its numbers typed, its countries found; nothing reworded. */
package lockstep.e2e.source;
