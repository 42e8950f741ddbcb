/** Packages: forming them, their entries, rounds, recorded adoptions, and the release at its hour. */
package lockstep.web.packages;
