using System.IO;
using System.Management.Automation;
using ExchangeNamespace.Model;
using ExchangeNamespace.Serialization;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Writes a plan as a JSON file that Import-NamespacePlan reads back equal.</summary>
[Cmdlet(VerbsData.Export, "NamespacePlan", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportNamespacePlanCommand : PlanFileCmdlet
{
    private protected override void WritePlan(NamespacePlan plan, string file)
    {
        if (ShouldProcess(file, "Write the plan"))
        {
            WriteText(file, writer => JsonFactory.WritePlan(plan, writer));
        }
    }
}
