/** How evidence is stored, for administrators, over HTTP. */
package lockstep.evidence.integrity.web;
