/** Pages of embargo groups: who releases together, and how far each is. */
package lockstep.web.embargo;
