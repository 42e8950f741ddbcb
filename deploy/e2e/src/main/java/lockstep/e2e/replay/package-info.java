/** A printed list driven from proposal to publication by the people who would do it, and compared with what comes out. */
package lockstep.e2e.replay;
