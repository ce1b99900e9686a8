using System.Collections.Generic;
using System.Linq;
using System.Text;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.Spf;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>A record is judged, and merged into the wanted one or refused; what is found can be shown.</summary>
internal static class SpfTarget
{
    public static void Read(byte[] bytes)
    {
        string text = SpfPaste.Read(Encoding.Latin1.GetString(bytes));
        SpfRecord record = SpfRecordReader.Read(text);
        foreach (Finding finding in SpfFindings.OfRecord("contoso.com", record))
        {
            Must.BeShown(finding.Message);
        }

        List<InputFault> faults = [];
        SpfMerge.Read("contoso.com", [.. text.Split('\n').Take(4)], [], faults);
        SamplePlan.Show(faults);
    }
}
