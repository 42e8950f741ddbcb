/** Open rounds of a programme, and votes in them as officials cast them. */
package lockstep.e2e.voting;
