/** Journalled events pulled by the peer service, at least once, applied once. */
package lockstep.kit.feed;
