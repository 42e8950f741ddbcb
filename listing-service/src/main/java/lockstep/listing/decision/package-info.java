/** Packages of proposals under one draft act, the rounds that decide them, and decisions recorded from outside. */
package lockstep.listing.decision;
