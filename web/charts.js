// The part of ECharts that the page draws with: Sankey, treemap and bars as SVG.
import { BarChart, SankeyChart, TreemapChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([
  AriaComponent, BarChart, GridComponent, LabelLayout, LegendComponent, SankeyChart, SVGRenderer,
  TooltipComponent, TreemapChart,
]);

export { init };
