import createClient from "openapi-fetch";
import type { paths } from "./puente";

const client = createClient<paths>({ baseUrl: process.argv[2] });

const { data, error, response } = await client.GET("/api/v1/briefing", {
  params: { query: { on: "2031-01-01" } },
});
if (error || !data) {
  throw new Error(`the briefing was answered ${response.status}`);
}
const value: number | null | undefined = data.encounters?.value;
const slugs: (string | undefined)[] = (data.agreements ?? []).map((agreement) => agreement.slug);
const page = await client.GET("/api/v1/agreements/{slug}/impact", {
  params: { path: { slug: "nothing" } },
});
console.log(JSON.stringify({ value, slugs, missing: data.missing, status: page.response.status, problem: page.error }));
