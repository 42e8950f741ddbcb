/** What rests on an exhibit, over HTTP, for evidence-service alone. */
package lockstep.listing.reliance.web;
