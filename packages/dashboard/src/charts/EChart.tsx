import { LineChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

// Only the parts in use: this module is a separate chunk, loaded after the page.
register([LineChart, GridComponent, MarkAreaComponent, TooltipComponent, SVGRenderer]);

export interface EChartProps {
  /** Returns the chart's option for a width in pixels; called again when the width changes. */
  readonly describe: (element: HTMLElement, width: number) => EChartsCoreOption;
}

/** A drawing by ECharts that fills the element around it and follows its size. */
export default function EChart({ describe }: EChartProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const host = element.current;
    if (host === null) return;
    const chart = init(host, null, { renderer: 'svg' });
    const observer = new ResizeObserver(() => draw(chart, host, describe));
    observer.observe(host);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [describe]);
  return <div ref={element} style={{ width: '100%', height: '100%' }} />;
}

function draw(chart: EChartsType, host: HTMLElement, describe: EChartProps['describe']): void {
  const { width, height } = host.getBoundingClientRect();
  if (width === 0 || height === 0) return;
  chart.resize({ width, height });
  const animation = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  chart.setOption({ animation, ...describe(host, width) }, { notMerge: true });
}
