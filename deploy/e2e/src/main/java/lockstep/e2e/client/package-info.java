/** The public REST interface as its users call it: each with a token of their own, repeating safely what got no answer. */
package lockstep.e2e.client;
