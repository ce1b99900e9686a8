using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Serialization;

public class DocumentedFilesTests
{
    public static TheoryData<int> Designs => [.. Enumerable.Range(0, Blocks("design-file.md").Count)];

    [Theory]
    [MemberData(nameof(Designs))]
    public void Each_documented_design_gives_a_plan(int index)
    {
        List<InputFault> faults = [];
        NamespacePlan? plan = Documents.PlanDesign(Blocks("design-file.md")[index], faults);

        Assert.Empty(faults);
        Assert.NotEmpty(Plans.Lines(plan!));
    }

    [Fact]
    public void The_first_documented_design_has_three_sites()
    {
        NamespacePlan plan = Documents.PlanDesign(Blocks("design-file.md")[0], [])!;

        Assert.Equal(["Zurich", "Bern", "Chur"], plan.Sites.Select(s => s.Name));
        Assert.Equal([true, true, false], plan.Sites.Select(s => s.InternetFacing));
    }

    [Fact]
    public void The_documented_plan_is_what_is_written()
    {
        string block = Assert.Single(Blocks("plan-file.md"));

        Assert.Equal(block, Documents.Write(Documents.Read(block)));
    }

    private static IReadOnlyList<string> Blocks(string page) =>
        [.. Regex
            .Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", page)), "^```json\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)
            .Cast<Match>().Select(m => m.Groups[1].Value)];
}
