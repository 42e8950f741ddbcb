/** RFC 9457 problems as values; knows no HTTP library. */
package lockstep.kit.problem;
