using System.IO;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace ExchangeNamespace.Tests;

public class ProjectFileTests
{
    // A publish asks every reference that is not private for its files, and a project of several frameworks has no target that answers (MSB4057).
    [Fact]
    public void A_reference_for_build_order_alone_is_not_asked_when_a_project_is_published()
    {
        XElement[] references = [.. Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(file => XDocument.Load(file).Descendants("ProjectReference"))
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") == "false")];

        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.Equal("false", (string?)reference.Attribute("Private")));
    }
}
