/** The response fields that tests check. */
interface Answer<T> {
  ok: boolean;
  status: number;
  json(): Promise<T>;
}

/** Returns the body of a response that must be successful. */
export async function yes<T>(answer: Promise<Answer<T>>): Promise<T> {
  const response = await answer;
  const value = await response.json();
  if (!response.ok) throw new Error(`refused: ${response.status} ${JSON.stringify(value)}`);
  return value;
}

/** Returns status and code of a response that must be a refusal. */
export async function no(answer: Promise<Answer<unknown>>): Promise<string> {
  const response = await answer;
  const value = (await response.json()) as { code: string };
  if (response.ok) throw new Error('accepted, but should have been refused');
  return `${response.status} ${value.code}`;
}

/** Returns the whole body of a response that must be a refusal. */
export async function refusal(answer: Promise<Answer<unknown>>) {
  const response = await answer;
  if (response.ok) throw new Error('accepted, but should have been refused');
  return (await response.json()) as {
    code: string;
    facts: Record<string, unknown>;
  };
}
