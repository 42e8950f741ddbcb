/** The cases that a first visitor finds: each situation of the procedure once, with invented companies. */
package lockstep.e2e.sample;
