/** What waits for the person who is logged in. */
package lockstep.web.work;
