using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace ExchangeNamespace.Package;

/// <summary>The same source gives the same bytes in every folder.</summary>
public sealed class ReproducibleTests(Packages packages)
{
    [Fact]
    public void The_module_is_the_same_in_two_folders() =>
        Assert.Equal(Hashes(Repository.At("bin")), Hashes(Path.Combine(packages.SecondRoot, "bin")));

    [Theory]
    [InlineData("ExchangeNamespace.dll")]
    [InlineData("ExchangeNamespace.Core.dll")]
    public void No_assembly_holds_the_folder_it_was_built_in(string file)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(Repository.At("bin"), file));

        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Repository.Root)));
        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(Repository.Root)));
    }

    [Fact]
    public void The_package_is_the_same_from_two_folders()
    {
        Assert.Equal(Hashes(packages.First), Hashes(packages.Second));
        Assert.Equal(File.ReadAllBytes(Packages.Gallery(packages.First)), File.ReadAllBytes(Packages.Gallery(packages.Second)));
    }

    private static string[] Hashes(string folder) =>
    [
        .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => Path.GetRelativePath(folder, file) + " " + Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))),
    ];
}
