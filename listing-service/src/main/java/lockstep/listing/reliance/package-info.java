/** What still rests on an exhibit, for evidence-service, which asks before it disposes of one. */
package lockstep.listing.reliance;
