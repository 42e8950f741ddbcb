/** Clients that bring files into a running Lockstep. */
package lockstep.e2e.intake;
