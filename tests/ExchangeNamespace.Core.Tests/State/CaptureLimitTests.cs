using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using Xunit;

namespace ExchangeNamespace.Tests.State;

/// <summary>A capture costs no more than its limits allow.</summary>
public class CaptureLimitTests
{
    [Theory]
    [InlineData(FileLimits.CaptureAttributes, false)]
    [InlineData(FileLimits.CaptureAttributes + 1, true)]
    public void Attributes_of_an_element_are_counted(int count, bool refused)
    {
        string attributes = string.Join(" ", Enumerable.Range(0, count).Select(i => "a" + i.ToString(CultureInfo.InvariantCulture) + "=\"\""));

        (_, System.Collections.Generic.IReadOnlyList<InputFault> faults) = Captures.Read(Captures.Document($"<Obj {attributes}><Props><S N=\"x\">y</S></Props></Obj>"));

        Assert.Equal(refused, faults.Any(f => f.Message.Contains("attributes", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_tag_is_not_read_to_its_end_when_it_is_too_long()
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(Captures.Document("<Obj " + new string('a', 2 * FileLimits.CaptureNodeBytes) + "=\"\"/>")));
        StateReader reader = new();

        reader.ReadFile(stream, "Get-OwaVirtualDirectory.xml", inFolder: false);

        Assert.Contains("more than", Assert.Single(reader.Faults).Message, StringComparison.Ordinal);
        Assert.InRange(stream.Position, 1, FileLimits.CaptureNodeBytes + (256 * 1024));
    }

    [Fact]
    public void A_stop_is_heard_at_the_next_piece()
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(Captures.Document("<Nil/>")));

        Assert.Throws<OperationCanceledException>(() => new StateReader().ReadFile(stream, "a.xml", inFolder: false, new CancellationToken(canceled: true)));
    }
}
