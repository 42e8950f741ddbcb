/** What both services do alike over HTTP and the database; knows nothing of what they are about. */
package lockstep.kit;
