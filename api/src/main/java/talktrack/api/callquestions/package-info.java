/** Questions about calls: answered from what was measured, or by search over what was said. */
package talktrack.api.callquestions;
