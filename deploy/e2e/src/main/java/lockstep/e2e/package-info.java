/** The proof on real input: drives a running instance by its public interfaces alone, as its users do. */
package lockstep.e2e;
