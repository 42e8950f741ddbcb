/** Content sent over HTTP. */
package lockstep.evidence.intake.web;
