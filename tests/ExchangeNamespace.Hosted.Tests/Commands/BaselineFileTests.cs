using System.IO;
using System.Management.Automation;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>The file of <c>Test-Namespace -Baseline</c>.</summary>
public sealed class BaselineFileTests : CommandTest
{
    private const string Check = "Get-NamespacePlan -Server EX01 -ExternalHost mail.contoso.com -ExchangeVersion SE -WarningAction Ignore | Test-Namespace -Quiet -Baseline $args[0]";

    private readonly string _folder = Directory.CreateTempSubdirectory("exn-baseline").FullName;

    [Fact]
    public void A_place_that_cannot_hold_it_is_refused_before_anything_is_read_or_checked()
    {
        Fault(Run(Check, Path.Combine(_folder, "none", "baseline.json")), "TestNamespaceCommand", "PathNotWritable", ErrorCategory.WriteError);
        if (Path.DirectorySeparatorChar == '/')
        {
            Fault(Run(Check, "/dev/null"), "TestNamespaceCommand", "PathNotFileSystem", ErrorCategory.InvalidArgument);
        }
    }

    [Fact]
    public void A_file_of_another_kind_is_one_error_and_stays()
    {
        string file = Path.Combine(_folder, "plan.json");
        const string Foreign = "{ \"schemaVersion\": 1, \"externalHost\": \"mail.contoso.com\", \"servers\": [], \"findings\": [] }";
        File.WriteAllText(file, Foreign);

        ErrorRecord error = Fault(Run(Check, file), "TestNamespaceCommand", "FileOfOtherKind", ErrorCategory.InvalidType);

        Assert.Equal(file, error.TargetObject);
        Assert.Equal(Foreign, File.ReadAllText(file));
    }
}
