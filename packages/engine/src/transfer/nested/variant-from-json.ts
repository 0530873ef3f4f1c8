export function variantFromJson(json: string, _depth: number): string {
  return `CAST(json_extract(${json}, '/value') AS VARIANT)`;
}
