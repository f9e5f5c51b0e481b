// What is used of subset-font, which brings no types.

declare module 'subset-font' {
  export default function subset(
    font: Uint8Array,
    characters: string,
    options: {
      readonly targetFormat: 'truetype';
      readonly noHinting: boolean;
      readonly keepFeatures: readonly string[];
    },
  ): Promise<Uint8Array>;
}
