/** Deciding: a round's seats and clock, one seat's vote with its check page, and what the chair does with a round. */
package lockstep.web.rounds;
