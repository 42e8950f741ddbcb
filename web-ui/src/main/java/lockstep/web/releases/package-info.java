/** Releases of exhibits: the desk, a request, its decision, and the form in which one asks. */
package lockstep.web.releases;
