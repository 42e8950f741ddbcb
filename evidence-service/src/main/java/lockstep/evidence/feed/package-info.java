/** What listing-service tells about cases, proposals and auditors, written down for the policy. */
package lockstep.evidence.feed;
