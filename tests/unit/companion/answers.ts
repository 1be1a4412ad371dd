/** What a page gets, as far as a test looks at it. */
interface Answer<T> {
  ok: boolean;
  status: number;
  json(): Promise<T>;
}

/** The body of an answer that has to be a yes. */
export async function yes<T>(answer: Promise<Answer<T>>): Promise<T> {
  const response = await answer;
  const value = await response.json();
  if (!response.ok) throw new Error(`refused: ${response.status} ${JSON.stringify(value)}`);
  return value;
}

/** Status and code of an answer that has to be a no. */
export async function no(answer: Promise<Answer<unknown>>): Promise<string> {
  const response = await answer;
  const value = (await response.json()) as { code: string };
  if (response.ok) throw new Error('accepted, but should have been refused');
  return `${response.status} ${value.code}`;
}

/** The whole of a no. */
export async function refusal(answer: Promise<Answer<unknown>>) {
  const response = await answer;
  if (response.ok) throw new Error('accepted, but should have been refused');
  return (await response.json()) as {
    code: string;
    facts: Record<string, unknown>;
  };
}
