/** Proposals: drafting, what still blocks them, and every act on them. */
package lockstep.web.proposals;
