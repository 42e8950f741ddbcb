/** Pages in front of the two services: what a person sees and sends. It holds no rules; the services decide. */
package lockstep.web;
