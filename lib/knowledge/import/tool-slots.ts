/** How other tools write the customer's and the agent's name in an answer. Sources: docs/import.md. */
const customer =
  /\{\{\s*(?:ticket\.requester\.(?:first_name|name)|contact\.(?:first_name|name)|user\.(?:first_name|name)|first_name)\s*(?:\|[^{}\n]{0,80})?\}\}/g;
const agent =
  /\{\{\s*(?:current_user\.(?:first_name|name)|agent\.(?:first_name|name)|ticket\.agent\.(?:first_name|name)|teammate\.(?:first_name|name)|author\.(?:first_name|name))\s*(?:\|[^{}\n]{0,80})?\}\}/g;

/** Turns another tool's placeholders into our slots; those that we have no slot for stay as text. */
export function ownSlots(answer: string): string {
  return answer.replace(customer, '{{customer.name}}').replace(agent, '{{agent.name}}');
}
