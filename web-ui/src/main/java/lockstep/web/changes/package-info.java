/** The stream of changes, passed on to a page under its session. */
package lockstep.web.changes;
