/** What runs in a process of its own: looks in a copy for what should not be in it any more. */
package lockstep.evidence.redaction.inside;
