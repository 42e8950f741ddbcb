/** Measurements on an instance of their own; each prints its figures as the very last line. */
package lockstep.bench;
